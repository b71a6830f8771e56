// The forms' own few English words (form-js has no translations): replaced as they appear, in forms only.
const WORDS = new Map([
  ['Select', '请选择'],
  ['Search', '查找'],
  ['No results', '没有匹配的选项'],
  ['Add new', '添加一行'],
  ['Collapse', '收起'],
  ['Nothing to show.', '没有内容'],
  ['mm/dd/yyyy', '月/日/年'],
  ['hh:mm ?m', '时:分'],
  ['hh:mm', '时:分'],
  ['Increment', '增加'],
  ['Decrement', '减少'],
  ['Remove tag', '移除'],
  ['Previous page', '上一页'],
  ['Next page', '下一页'],
  ['Field is required.', '必填'],
  ['Value is not a number.', '应为数字'],
  ['Value is expected to be an integer.', '应为整数'],
  ['Field must be a valid email.', '应为电子邮箱'],
]);

const PATTERNS = [
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多 $1 位小数'],
  [/^Field must have minimum value of (.+)\.$/, '不得小于 $1'],
  [/^Field must have maximum value of (.+)\.$/, '不得大于 $1'],
  [/^Field must have minimum length of (.+)\.$/, '至少 $1 个字'],
  [/^Field must have maximum length of (.+)\.$/, '最多 $1 个字'],
  [/^Field must match pattern .+\.$/, '格式不正确，请按提示填写'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '可填的最近值为 $1 和 $2'],
  [/^Field must be a valid\s+international phone number.*$/, '应为带国家代码的电话号码'],
  [/^Expand all \((\d+)\)$/, '全部展开（$1）'],
  [/^Remove list item (\d+)$/, '删除第 $1 行'],
  [/^Showing (\d+)-(\d+) of (\d+)$/, '第 $1–$2 条，共 $3 条'],
];

function chinese(text) {
  const trimmed = text.trim();
  if (WORDS.has(trimmed)) return WORDS.get(trimmed);
  const found = PATTERNS.find(([pattern]) => pattern.test(trimmed));
  return found ? trimmed.replace(found[0], found[1]) : null;
}

function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // What people typed or a lab wrote is never touched: only whole texts that form-js itself writes.
    const better = /^[\x20-\x7e\s]+$/.test(node.data) ? chinese(node.data) : null;
    if (better && node.data !== better) node.data = better;
  }
  root.querySelectorAll?.('[placeholder], [aria-label], [title]').forEach((element) => {
    ['placeholder', 'aria-label', 'title'].forEach((name) => {
      const better = chinese(element.getAttribute(name) || '');
      if (better) element.setAttribute(name, better);
    });
  });
}

export function speakChinese() {
  let waiting = false;
  const look = () => {
    waiting = false;
    document.querySelectorAll('.fjs-container, .flatpickr-calendar').forEach(texts);
  };
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(look);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}
