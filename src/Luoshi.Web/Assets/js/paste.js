// 粘贴: keeps the table of the clipboard beside its text, because cells with line breaks fall apart as text.
(function () {
  "use strict";

  const block = document.querySelector("[data-block]");
  const html = document.querySelector("[data-html]");
  if (!block || !html) { return; }

  block.addEventListener("paste", event => {
    const table = event.clipboardData ? event.clipboardData.getData("text/html") : "";
    // Only a whole paste stands for the block; what is pasted into other text is text.
    html.value = block.value.trim() === "" && table.includes("<table") ? table : "";
  });
  block.addEventListener("input", event => {
    if (event.inputType !== "insertFromPaste") { html.value = ""; }
  });
})();
