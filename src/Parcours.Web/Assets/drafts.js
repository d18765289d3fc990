// Forms that were being sent when a session ended: what was typed stays in this tab, and is offered again once the same page is back. No password, no file.
(() => {
  const key = 'parcours.draft';
  const lost = 'parcours.draft.lost';
  const here = () => location.pathname + location.search;
  const fields = (form) => [...form.elements].filter((field) => field.name && !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type));

  const keep = (form) => {
    if (form.method !== 'post' || !form.closest('main')) return;
    const typed = fields(form).map((field) => [field.name, field.value, ['checkbox', 'radio'].includes(field.type) ? field.checked : null]);
    try {
      sessionStorage.setItem(key, JSON.stringify({ page: here(), action: form.getAttribute('action'), typed }));
    } catch {
      // A tab that keeps nothing, or too long a text: the form is sent all the same.
    }
  };

  const putBack = (form, draft) => {
    for (const field of fields(form)) {
      const found = draft.typed.find(([name, value, checked]) => name === field.name && (checked === null || value === field.value));
      if (!found) continue;
      if (found[2] === null) field.value = found[1];
      else field.checked = found[2];
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    fields(form)[0]?.focus();
  };

  const offer = (form, draft) => {
    const french = document.documentElement.lang === 'fr';
    const notice = document.createElement('div');
    notice.className = 'notice';
    notice.setAttribute('role', 'status');
    const said = document.createElement('p');
    said.textContent = french ? 'Votre session s’était terminée : ce formulaire n’a pas été enregistré. Ce que vous aviez saisi est encore là.' : 'Your session had ended: this form was not saved. What you had typed is still here.';
    const button = (text, kind, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'btn ' + kind;
      made.textContent = text;
      made.addEventListener('click', () => { notice.remove(); act(); });
      return made;
    };
    const buttons = document.createElement('p');
    buttons.className = 'choices';
    buttons.append(button(french ? 'Remettre ma saisie' : 'Put back what I typed', 'btn-primary', () => putBack(form, draft)), button(french ? 'L’oublier' : 'Forget it', '', () => {}));
    notice.append(said, buttons);
    form.before(notice);
  };

  if (document.body.dataset.ended) {
    if (sessionStorage.getItem(key)) sessionStorage.setItem(lost, '1');
    return;
  }

  const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (draft && sessionStorage.getItem(lost)) {
    if (draft.page === here()) {
      const form = [...document.forms].find((one) => one.getAttribute('action') === draft.action && one.method === 'post');
      sessionStorage.removeItem(key);
      sessionStorage.removeItem(lost);
      if (form) offer(form, draft);
    }
  } else {
    sessionStorage.removeItem(key); // it was taken, or stands on the page with what is wrong
  }

  document.addEventListener('submit', (event) => keep(event.target), true);
})();
