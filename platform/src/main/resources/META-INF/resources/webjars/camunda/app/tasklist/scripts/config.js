// Tasklist in our clothes: Chinese unless the console was switched to English, our name, links back to the console.
const english = /(?:^|;\s*)lang=en\b/.test(document.cookie);
document.documentElement.lang = english ? 'en' : 'zh-CN';

export default {
  app: english ? { name: 'Tasks', vendor: 'Jianzheng' } : { name: '待办任务', vendor: '见证' },
  dateFormat: english ? {} : { normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm:ss', short: 'YYYY-MM-DD' },
  locales: { availableLocales: english ? ['en'] : ['zh-CN'], fallbackLocale: english ? 'en' : 'zh-CN' },
  customScripts: ['scripts/jianzheng'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: english ? 'claim the selected task' : '认领所选任务' },
    focusFilter: { key: 'ctrl+shift+f', description: english ? 'go to the filters' : '转到任务分类' },
    focusList: { key: 'ctrl+alt+l', description: english ? 'go to the list of tasks' : '转到任务列表' },
    focusForm: { key: 'ctrl+alt+f', description: english ? 'go to the first field of the form' : '转到表单的第一个输入项' },
    startProcess: { key: 'ctrl+alt+p', description: english ? 'start a process' : '发起业务' },
  },
};
