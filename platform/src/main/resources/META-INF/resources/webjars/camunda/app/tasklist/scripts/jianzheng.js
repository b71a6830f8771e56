// What Tasklist's own settings do not reach: links into the console, one sign-out for both, forms that speak Chinese.
import { speakChinese } from './chinese-forms.js';

const english = document.documentElement.lang === 'en';
const word = (chinese, other) => (english ? other : chinese);

if (!english) speakChinese();

// Tasklist would end only its own session; the console's page ends that of Keycloak too.
document.addEventListener('click', (event) => {
  if (event.target.closest?.('.account .logout a')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.location.href = '/logout';
  }
}, true);

// Whoever comes for the first time has the words still to come: until they are there nothing is drawn, for what Tasklist
// writes once in the names of its messages it never writes again.
document.documentElement.classList.add('jz-wordless');
window.angular.module('cam.tasklist.custom').run(['$rootScope', '$translate', ($rootScope, $translate) => {
  $translate.onReady(() => document.documentElement.classList.remove('jz-wordless'));
  $rootScope.$on('$routeChangeStart', (event, next) => {
    next.resolve = { ...next.resolve, words: () => $translate.onReady() };
  });
}]);

// What a form links to is looked at beside it: in the same window, everything typed so far would be gone.
document.addEventListener('click', (event) => {
  const anchor = event.target.closest?.('.fjs-form a[href]');
  if (anchor) {
    anchor.target = '_blank';
    anchor.rel = 'noopener';
  }
}, true);

// Tasklist 7.24 disables its button for good once a row of a dynamic list was edited: it takes the list's empty record of
// errors for an error. The button stays usable instead; whoever presses it too early sees in red what is missing.
const wait = word('请先填写或改正表单中标红的项目', 'First fill in or correct what is marked red in the form');

// The form library takes over a text 300 ms after its last letter, and reads it from the screen only then: whenever another
// field made it draw anew in between, it wrote the old text over what was being typed. Told that the field was left, it takes
// over at once.
const TEXTS = '.fjs-form-field-textfield input, .fjs-form-field-textarea textarea';
document.addEventListener('input', ({ target }) => {
  if (target.matches(TEXTS)) target.dispatchEvent(new FocusEvent('focusout'));
});

// Numbers are taken over that much later too; they are kept meanwhile, but whoever is quick must not send without them.
const TAKEN_OVER_MS = 350;

window.angular.module('cam.tasklist.custom').config(['$provide', ($provide) => {
  $provide.decorator('camTasklistFormDirective', ['$delegate', ($delegate) => {
    const [directive] = $delegate;
    const original = directive.controller[directive.controller.length - 1];
    directive.controller = ['$scope', 'Uri', '$timeout', function controller($scope, Uri, $timeout) {
      original.call(this, $scope, Uri);
      const { notifyFormValidated, registerCompletionHandler } = this;
      this.notifyFormValidated = (invalid) => notifyFormValidated.call(this, invalid && !!$scope.tasklistForm?.$error);
      this.registerCompletionHandler = (complete) => registerCompletionHandler.call(this, (done) => {
        // What was said about the last attempt is no longer true.
        document.querySelectorAll('.page-notifications .close').forEach((close) => setTimeout(() => close.click()));
        document.activeElement?.blur();
        $timeout(() => complete((problem, result) => done(problem && !problem.message ? new Error(wait) : problem, result)), TAKEN_OVER_MS);
      });
    }];
    return $delegate;
  }]);
}]);

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
    id: 'jianzheng-back',
    pluginPoint: 'tasklist.task.action',
    priority: 100,
    render: (node) => link(node, '#/', word('‹ 返回任务列表', '‹ Back to the list'), 'jz-back'),
  },
  {
    id: 'jianzheng-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 100,
    label: word('案卷', 'Case'),
    render: (node, { taskId }) => {
      const hint = document.createElement('p');
      hint.textContent = word(
        '流程进度、有关资料和存证记录都在案卷页面上。',
        'Progress, papers and ledger are on the page of the case.',
      );
      node.append(hint);
      link(node, `/tasks/${encodeURIComponent(taskId)}/case`, word('打开案卷页面', 'Open the case'), 'btn btn-default');
    },
  },
];
