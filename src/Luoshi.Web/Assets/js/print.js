// A field on paper cannot be scrolled: what stands in it is printed as text, as long as it is. Without script, as much as its box holds.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

addEventListener("beforeprint", () => {
  for (const field of document.querySelectorAll("textarea")) {
    if (field.value.trim() === "") continue;
    const text = document.createElement("p");
    text.className = "on-paper";
    text.textContent = field.value;
    field.after(text);
    field.classList.add("no-print");
  }
});

addEventListener("afterprint", () => {
  for (const text of document.querySelectorAll(".on-paper")) {
    text.previousElementSibling.classList.remove("no-print");
    text.remove();
  }
});
