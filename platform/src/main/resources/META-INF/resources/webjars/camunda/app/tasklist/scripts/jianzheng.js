// Links from Tasklist into the console, and one sign-out for both.
const english = document.documentElement.lang === 'en';
const word = (chinese, other) => (english ? other : chinese);

// Tasklist would end only its own session; the console's page ends that of Keycloak too.
document.addEventListener('click', (event) => {
  if (event.target.closest?.('.account .logout a')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.location.href = '/logout';
  }
}, true);

function link(node, href, text, className) {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  anchor.className = className;
  node.append(anchor);
}

export default [
  {
    id: 'jianzheng-console',
    pluginPoint: 'tasklist.navbar.action',
    priority: 2000,
    render: (node) => link(node, '/', word('返回工作台', 'Console'), 'jz-console'),
  },
  {
    id: 'jianzheng-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 100,
    label: word('委托详情', 'Commission'),
    render: (node, { taskId }) => {
      const hint = document.createElement('p');
      hint.textContent = word(
        '样品流转、流程进度、检测结果、报告和存证记录都在委托页面上。',
        'Custody, progress, results, report and ledger are on the page of the commission.',
      );
      node.append(hint);
      link(node, `/tasks/${encodeURIComponent(taskId)}/case`, word('打开委托页面', 'Open the commission'), 'btn btn-default');
    },
  },
];
