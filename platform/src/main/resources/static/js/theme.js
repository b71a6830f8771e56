// Runs before the first paint: the chosen theme, or the system's.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = localStorage.getItem('theme');
    document.documentElement.setAttribute('data-bs-theme', chosen || (system.matches ? 'dark' : 'light'));
  };
  system.addEventListener('change', apply);
  addEventListener('storage', apply);
  apply();
})();
