// 签发: counts what is picked and picks all at once. Without this script boxes and buttons do the same work.
(function () {
  "use strict";

  const form = document.getElementById("waiting");
  if (!form) { return; }

  const boxes = Array.from(form.querySelectorAll("input[name=Picked]"));
  const buttons = Array.from(form.querySelectorAll("[data-words]"));
  const all = document.getElementById("all");
  const picked = document.getElementById("picked");

  function count() {
    const chosen = boxes.filter(box => box.checked).length;
    all.checked = chosen === boxes.length;
    picked.textContent = "全选（已选" + chosen + "项，共" + boxes.length + "项）";
    buttons.forEach(button => { button.textContent = button.dataset.words + "（" + chosen + "项）"; });
  }

  all.hidden = false;
  all.addEventListener("change", () => {
    boxes.forEach(box => { box.checked = all.checked; });
    count();
  });
  boxes.forEach(box => box.addEventListener("change", count));
  count();
})();
