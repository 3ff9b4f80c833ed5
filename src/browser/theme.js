// Runs in the head, before anything is painted, so that a chosen theme never flashes as the other one: a classic script, hence
// no TypeScript. Without it, and with "auto", the theme is that of the reader's system.
{
  const root = document.documentElement;
  const themes = ['auto', 'light', 'dark'];

  // Storage may be forbidden or hold anything.
  const stored = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null;
    }
  };
  let theme = themes.includes(stored() ?? '') ? stored() : 'auto';

  const apply = () => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  apply();

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-theme-toggle]');
    if (!button) return;
    const label = () => {
      button.textContent = `Theme: ${theme}`;
    };
    label();
    button.hidden = false;
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      try {
        if (theme === 'auto') localStorage.removeItem('theme');
        else localStorage.setItem('theme', theme);
      } catch {
        // It then lasts as long as the page.
      }
      apply();
      label();
    });
  });
}
