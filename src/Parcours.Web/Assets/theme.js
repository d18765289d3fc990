// Before anything is painted: the theme the reader chose, or the machine's.
const root = document.documentElement;
if (root.dataset.theme === 'auto') {
  const night = matchMedia('(prefers-color-scheme: dark)');
  const set = () => { root.dataset.bsTheme = night.matches ? 'dark' : 'light'; };
  set();
  night.addEventListener('change', () => { set(); dispatchEvent(new Event('themechange')); });
}
root.classList.add('js');
