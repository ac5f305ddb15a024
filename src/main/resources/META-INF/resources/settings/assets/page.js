// What HTML alone does not do: dialogs, copying, the token that is shown once, and times in the viewer's own zone.
(() => {
  'use strict';
  const body = document.body;
  const live = document.getElementById('live');
  const slot = document.getElementById('slot');

  const say = (text, place = live) => {
    // A text that stands there already would not be read again.
    place.textContent = '';
    setTimeout(() => { place.textContent = text; }, 50);
  };

  const open = (dialog) => {
    if (dialog && !dialog.open) dialog.showModal();
  };

  const localTimes = (root) => {
    // In the viewer's own way of English, for the page has no other language; the long style names the zone.
    const english = navigator.languages.find((language) => language.startsWith('en')) || 'en-GB';
    const shown = new Intl.DateTimeFormat(english, { dateStyle: 'medium', timeStyle: 'long' });
    root.querySelectorAll('time[datetime]:not([title])').forEach((time) => {
      time.title = time.textContent;
      time.textContent = shown.format(new Date(time.dateTime));
    });
  };

  const copy = async (button) => {
    const field = document.getElementById(button.dataset.copies);
    const word = button.querySelector('[data-copy-word]');
    // Beside the field: what is outside of an open dialog is neither seen nor read.
    const said = button.closest('.copyfield')?.querySelector('[data-copy-said]') || live;
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      field.focus();
      field.select();
      done = document.execCommand('copy');
      button.focus();
    }
    if (!done) {
      field.focus();
      field.select();
      say(body.dataset.copyFailed, said);
      return;
    }
    const before = word.dataset.before || word.textContent;
    word.dataset.before = before;
    word.textContent = body.dataset.copied;
    say(body.dataset.copiedWhat.replace('…', button.dataset.what), said);
    clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = setTimeout(() => {
      word.textContent = before;
      said.textContent = '';
    }, 4000);
  };

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('button, a') : null;
    if (!target) return;
    if (target.dataset.copies) copy(target);
    if (target.dataset.opens) {
      const dialog = document.getElementById(target.dataset.opens);
      const again = dialog && dialog.querySelector('[data-again]');
      if (again && target.dataset.then) again.href = thenOpening(again.href, target.dataset.then);
      open(dialog);
    }
    if (target.hasAttribute('data-closes')) target.closest('dialog').close();
  });

  // The way back from the sign-in opens the dialog that was asked for.
  const thenOpening = (href, dialog) => {
    const address = new URL(href, location.href);
    const back = new URL(address.searchParams.get('return_to'), location.href);
    back.searchParams.set('open', dialog);
    address.searchParams.set('return_to', back.href);
    return address.href;
  };

  // The token: closing asks first, it closes itself after ten minutes, and nothing of it stays.
  const minutes = (count) => count * 60 * 1000;

  const showOnce = (dialog) => {
    const part = (name) => dialog.querySelector(`[data-once-${name}]`);
    let warn;
    let end;
    const leave = () => {
      clearTimeout(warn);
      clearTimeout(end);
      const after = dialog.dataset.after;
      forget();
      location.replace(after);
    };
    const start = () => {
      part('warning').hidden = true;
      warn = setTimeout(() => { part('warning').hidden = false; }, minutes(9));
      end = setTimeout(leave, minutes(10));
    };
    const ask = (asking) => {
      part('show').hidden = asking;
      part('ask').hidden = !asking;
      (asking ? part('keep') : part('stored')).focus();
    };
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      ask(part('ask').hidden);
    });
    // Chromium closes at a second Esc whatever the page says; then it counts as leaving.
    dialog.addEventListener('close', leave);
    part('stored').addEventListener('change', (event) => { part('done').disabled = !event.target.checked; });
    part('done').addEventListener('click', leave);
    part('leave').addEventListener('click', () => (part('stored').checked ? leave() : ask(true)));
    part('keep').addEventListener('click', () => ask(false));
    part('close').addEventListener('click', leave);
    part('longer').addEventListener('click', () => {
      clearTimeout(warn);
      clearTimeout(end);
      start();
    });
    start();
  };

  const forget = () => {
    slot.querySelectorAll('input').forEach((field) => {
      field.value = '';
      field.removeAttribute('value');
    });
    slot.replaceChildren();
  };

  document.addEventListener('keydown', (event) => {
    const dialog = slot.querySelector('dialog[data-once][open]');
    if (dialog && event.key === 'Escape') {
      event.preventDefault();
      dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    }
  }, true);

  addEventListener('pagehide', forget);

  document.addEventListener('htmx:afterSettle', (event) => {
    localTimes(event.target);
    if (event.target.id === 'detail') event.target.focus();
    const arrived = slot.querySelector('dialog:not([open])');
    if (!arrived) return;
    document.querySelectorAll('dialog[open]').forEach((other) => other.close());
    if (arrived.hasAttribute('data-once')) showOnce(arrived);
    open(arrived);
  });

  // Who reads what went wrong is not to be interrupted by the next look.
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.id === 'findings' && slot.querySelector('dialog[open]')) event.preventDefault();
  });

  localTimes(document);
  open(document.querySelector('dialog[data-open-now]'));
  if (new URLSearchParams(location.search).has('open')) {
    const address = new URL(location.href);
    address.searchParams.delete('open');
    history.replaceState(null, '', address);
  }
})();
