// Our name; Chinese where this application is translated, English for the rest.
const english = /(?:^|;\s*)lang=en\b/.test(document.cookie);

export default {
  app: english ? { name: 'Cockpit', vendor: 'Jianzheng' } : { name: '流程监控', vendor: '见证' },
  locales: { availableLocales: english ? ['en'] : ['zh', 'en'], fallbackLocale: 'en' },
};
