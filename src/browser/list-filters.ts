/**
 * Filters the rows of a list by the selects of the form above it. The choice stands in the address, so that it can be shared,
 * reloaded and left with the back button. Without a script the form is hidden and the list is whole.
 */
function startListFilters(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset.filters ?? '');
  const status = form.querySelector<HTMLElement>('[data-filter-status]');
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-kind]')];
  const selects = [...form.querySelectorAll('select')];

  const fromAddress = (): void => {
    const chosen = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = chosen.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
  };
  const apply = (): void => {
    const wanted = selects.filter(({ value }) => value !== '');
    let shown = 0;
    for (const row of rows) {
      const matches = wanted.every(({ name, value }) => row.getAttribute(`data-${name}`)?.split(' ').includes(value));
      row.hidden = !matches;
      if (matches) shown += 1;
    }
    if (status) {
      status.textContent =
        wanted.length === 0 ? '' : `${shown} of ${rows.length} ${shown === 0 ? 'match. Choose less.' : 'shown'}`;
    }
  };
  const toAddress = (): void => {
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.pushState(null, '', address);
  };

  form.hidden = false;
  fromAddress();
  apply();
  form.addEventListener('change', () => {
    toAddress();
    apply();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const select of selects) select.value = '';
    toAddress();
    apply();
  });
  addEventListener('popstate', () => {
    fromAddress();
    apply();
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filters]')) startListFilters(form);
