// Files dropped on a page, and how much of them has gone.
(() => {
  const place = (event) => event.target.closest?.('[data-drop]');
  for (const kind of ['dragenter', 'dragover']) {
    document.addEventListener(kind, (event) => {
      if (!place(event)) return;
      event.preventDefault();
      place(event).classList.add('over');
    });
  }
  document.addEventListener('dragleave', (event) => {
    if (place(event) && !place(event).contains(event.relatedTarget)) place(event).classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    const form = place(event);
    if (!form) return;
    event.preventDefault();
    form.classList.remove('over');
    if (event.dataTransfer.files.length === 0) return;
    form.querySelector('[data-drop-file]').files = event.dataTransfer.files;
    form.requestSubmit();
  });
  document.addEventListener('htmx:xhr:progress', (event) => {
    const bar = event.target.querySelector?.('[data-drop-progress]');
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = event.detail.loaded / event.detail.total;
  });
})();
