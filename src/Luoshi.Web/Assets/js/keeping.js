// Keeps what is typed into the longer fields of a page until it has been sent, so that a session that ends in between takes nothing.
// The sheet of 填报 keeps its own. The copy is this tab's, and this person's.
(function () {
  "use strict";

  const SENT = "luoshi:sent";
  const person = document.body.dataset.person;
  try {
    if (!person) {
      // The way in: what was sent has not arrived.
      sessionStorage.removeItem(SENT);
      return;
    }

    const prefix = "luoshi:kept:" + person + ":";
    const sent = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    // The page of errors: nothing was taken, the copy stays.
    if (sent && !document.querySelector(".trouble")) { Object.keys(sessionStorage).filter(key => key.startsWith(sent)).forEach(key => sessionStorage.removeItem(key)); }

    const here = prefix + location.pathname + ":";
    document.querySelectorAll("main textarea[id]").forEach(field => {
      if (field.closest("#sheet")) { return; }
      const key = here + field.id;
      const copy = sessionStorage.getItem(key);
      if (copy && field.value.trim() === "") {
        field.value = copy;
        const note = document.createElement("p");
        note.className = "hint";
        note.setAttribute("role", "status");
        note.textContent = "上次写的还没有提交，已放回原处。";
        field.insertAdjacentElement("afterend", note);
      }
      field.addEventListener("input", () => sessionStorage.setItem(key, field.value));
    });
    document.addEventListener("submit", event => {
      if (Array.from(event.target.elements).some(field => field.tagName === "TEXTAREA")) { sessionStorage.setItem(SENT, here); }
    });
  } catch (closed) { /* a browser that keeps nothing has nothing to put back */ }
})();
