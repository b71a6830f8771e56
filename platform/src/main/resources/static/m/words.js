// What the screens say, Chinese first. What the server says comes in the reader's language already.
const WORDS = {
  title: ['见证', 'Jianzheng'], language: ['EN', '中'],
  lead: ['取样员、见证员在工地上登记取样与见证。没有网络时照常填写，恢复后自动发送。', 'Samplers and witnesses record on the site. Without network you go on as usual; it is sent when the network is back.'],
  signIn: ['登录', 'Sign in'], signedOut: ['登录已过期，填写和待发送的内容都在手机上。登录后继续发送', 'Your sign-in has expired. Everything is kept on this phone and is sent after you sign in'],
  offline: ['没有网络，内容保存在手机上', 'No network: everything is kept on this phone'],
  otherPerson: ['本机有其他人未发送的记录，只有本人登录后才会发送', 'This phone holds records of somebody else; they are sent only after that person signs in'],
  wrongRole: ['手机端供取样员、见证员使用', 'This app is for samplers and witnesses'],
  phone: ['本机', 'This phone'], register: ['登记本机为我的手机', 'Register this phone as mine'],
  'phone.NONE': ['本机还没有登记。一部手机只属于一人，登记后由监督站确认。', 'This phone is not registered. One phone is one person’s; the station confirms it.'],
  'phone.WAITING': ['等待监督站确认，请告知核对码', 'Waiting for the station to confirm; tell it the check code'],
  'phone.OTHERS': ['这部手机已登记给他人，请换用本人的手机', 'This phone is registered to somebody else; use your own'],
  'phone.LOCKED': ['这部手机已锁定，请联系监督站', 'This phone is locked; contact the station'],
  tasks: ['我的现场任务', 'My site tasks'], noTasks: ['没有等待您的现场任务', 'Nothing waits for you on site'], refresh: ['刷新', 'Refresh'],
  TAKE: ['取样登记', 'Take sample'], WITNESS: ['见证', 'Witness'], timeLeft: ['剩余时间', 'Time left'], late: ['已超过 30 分钟', 'More than 30 minutes ago'],
  early: ['取样记录未到的样品', 'Samples whose taking is not known yet'], earlyHint: ['双方都没有网络时，先在现场见证并签名；取样员的记录到达后自动办理', 'Where neither has network, witness and sign on the site; it is dealt with once the sampler’s record has come'],
  byMarks: ['只凭标识见证', 'Witness by the marks alone'], aheadLead: ['取样员的记录还没有到达平台。请核对现场的试件后扫描全部标识', 'The sampler’s record has not come yet. Check the specimens on site and scan all their marks'], freeLead: ['请扫描这份样品每一件试件的标识，平台据此找到样品', 'Scan the mark of every specimen of the sample: the platform finds it by them'],
  queue: ['发送情况', 'Sent and waiting'], again: ['重新填写', 'Fill in again'], againOffline: ['没有网络，不能确认任务是否还在。内容已保存在手机上，有网络后再试', 'No network: whether the task is still there is not known. It is all kept; try again with network'],
  newAttempt: ['这份样品已换新标识，请重新扫描标识', 'This sample has new marks: scan them again'], asEvidence: ['作为存证重新签名', 'Sign again as evidence'],
  goneHint: ['可以作为存证重新签名发送，由监督站裁定；不需要的请从手机移除。', 'You may sign it again as evidence, which the station decides on, or remove it.'], evidenceHint: ['任务已办结：这份记录不再办理任务，作为存证交监督站裁定', 'The task is done: this record is evidence for the station to decide on'], remove: ['从手机移除', 'Remove from phone'], sendNow: ['立即发送', 'Send now'],
  'state.WAITING': ['未发送', 'Not sent'], 'state.SENDING': ['发送中', 'Sending'], 'state.ACCEPTED': ['已受理', 'Accepted'], 'state.REFUSED': ['被退回', 'Refused'],
  'state.CONFLICT': ['被退回', 'Refused'], 'state.DEFERRED': ['离线补传，等待裁定', 'Late from offline, to be decided on'], 'state.HELD': ['已收到，等待取样记录', 'Received, waits for the sampler'], 'state.EVIDENCE': ['已存证', 'Kept as evidence'], 'state.VOID': ['未成立', 'Void'],
  reminders: ['任务提醒', 'Task alerts'], 'reminders.on': ['已开启：有新任务时本机立即提醒，锁屏只显示样品编号', 'On: this phone shows new tasks at once, with the sample’s number only'], 'reminders.stop': ['关闭任务提醒', 'Switch task alerts off'],
  'reminders.off': ['有新的取样、见证任务时立即提醒，不打开本页也能收到', 'New tasks are shown at once, also while this page is closed'], 'reminders.start': ['开启任务提醒', 'Switch task alerts on'],
  'reminders.denied': ['浏览器已禁止本站通知。要开启任务提醒，请在浏览器的网站设置中允许通知', 'Notifications of this site are blocked. To get task alerts allow them in the browser’s site settings'],
  'reminders.away': ['连接不到浏览器的推送服务，任务提醒没有开启。请稍后再试，或在“通知 - 提醒方式”中选择短信', 'The browser’s push service cannot be reached, so alerts are not on. Try later, or choose SMS under Notices – Alerts'],
  project: ['工程', 'Project'], place: ['部位', 'Part'], sample: ['样品', 'Sample'], label: ['编号', 'Number'], madeAt: ['制样完成时间', 'Made at'], taken: ['取样登记', 'Taken'], sealNo: ['封志号', 'Seal number'], note: ['说明', 'Note'],
  marks: ['试件标识', 'Marks'], scan: ['扫描标识', 'Scan marks'], scanned: ['已扫', 'Scanned'], typeMark: ['手工输入标识', 'Type a mark'], add: ['添加', 'Add'], clear: ['清除重扫', 'Clear'],
  sealedPhoto: ['样品封样照片', 'Photo of sealed sample'], ownPhoto: ['本人照片', 'Own photo'], shoot: ['拍照', 'Take photo'], done: ['完成', 'Done'], close: ['关闭', 'Close'], removePhoto: ['删除照片', 'Delete photo'],
  position: ['定位', 'Position'], locate: ['重新定位', 'Locate'], locating: ['正在定位…', 'Locating…'], accuracy: ['精度', 'Accuracy'], noPosition: ['不能定位，请开启手机定位', 'No position: switch positioning on'],
  turnedPhoto: ['转头照片', 'Turned head'], turnHint: ['拍照后按屏幕提示把头转向一侧', 'After the photo, turn your head as the screen says'], 'turn.LEFT': ['请慢慢向左转头', 'Turn your head slowly to your left'], 'turn.RIGHT': ['请慢慢向右转头', 'Turn your head slowly to your right'],
  noReader: ['扫码程序没有下载完，请在有网络时再试，或手工输入标识', 'The scanner was not fetched: try again with network, or type the marks'],
  noPicture: ['相机没有画面，请关闭其他使用相机的程序后再试', 'The camera shows nothing: close other apps that use it and try again'],
  noCamera: ['不能使用相机，请允许使用相机', 'No camera: allow its use'], aim: ['对准标识，逐件扫描', 'Aim at the marks, one after another'], all: ['全部扫完', 'All scanned'],
  samplerPhotos: ['取样员的照片', 'The sampler’s photos'], reason: ['原因', 'Reason'],
  'way.TAKE': ['登记取样', 'Take sample'], 'way.GIVE_UP': ['无法取样', 'Cannot take it'], 'way.CONFIRM': ['属实，确认见证', 'True: confirm'], 'way.OBJECT': ['有异议', 'Object'], 'way.CANNOT': ['不能见证', 'Cannot witness'],
  'hint.GIVE_UP': ['写明原因后签名发送：任务结束，由委托方决定重新取样或撤回委托', 'Say why and sign: the task ends, and the client decides on another sample or withdraws'],
  'hint.OBJECT': ['写明异议后签名发送：本次取样不成立，取样员须换新标识重新取样', 'Say why and sign: this sample is void, the sampler takes another with new marks'],
  'hint.CANNOT': ['写明原因后签名发送：本次取样不成立，取样员须另行取样', 'Say why and sign: this sample is void, the sampler takes another'],
  giveBack: ['交还同事办理', 'Give back to colleagues'], 'state.GIVEN_BACK': ['已交还', 'Given back'],
  takeOver: ['接手原因，原认领人：', 'Why you take it over from'], heldBy: ['已由同事认领：', 'Taken by a colleague: '],
  oldPosition: ['重新定位（超过 15 分钟）', 'Locate again (older than 15 minutes)'], takeOverAsked: ['接手原因', 'Why you take it over'], toReview: ['下一步：核对', 'Next: review'], review: ['核对', 'Review'], reviewLead: ['以下内容将由您签名，签名后不能更改', 'This is what you sign; it cannot be changed afterwards'],
  newSample: ['登记无委托样品', 'Sample without an order'], newSampleLead: ['还没有委托也可以先取样：登记后请在时限内由委托方关联委托，逾期报监督站。只用本工程标识卷上的标识', 'Take it before its order has come: an order is to be joined in time, or the station is told. Use marks of this project’s rolls only'],
  newFirst: ['另一份无委托样品还没有填完，请先签名发送', 'Another sample without an order is half filled in: sign and send it first'],
  choose: ['请选择', 'Choose'], unitWorks: ['单位工程', 'Unit of works'], part: ['取样部位', 'Part'], item: ['检测项目', 'Test'], grade: ['等级', 'Grade'], batch: ['批次', 'Batch'], 'state.HELD.order': ['已收到，等待委托', 'Received, waits for an order'],
  change: ['返回修改', 'Change'], decision: ['办理', 'Decision'], photos: ['照片', 'Photos'], none: ['未填', 'none'],
  marksSeen: ['我在现场看到每件试件的唯一性标识已嵌入、紧锁或粘贴', 'I saw on site that every specimen bears its mark'], sealSeen: ['封志完好，编号一致', 'The seal is whole, its number the same'],
  send: ['签名并发送', 'Sign and send'], back: ['返回', 'Back'], missing: ['还缺以下内容，点击前往填写', 'Still missing; press to go there'], kept: ['已签名，保存在手机上，有网络时自动发送', 'Signed and kept; sent when there is network'], all_marks: ['全部标识', 'all marks'], ticks: ['两项确认', 'both confirmations'],
};

export let language = localStorage.getItem('language') === 'en' ? 1 : 0;
export const t = (key) => (WORDS[key] ?? [key, key])[language];
export function turn() {
  language = 1 - language;
  localStorage.setItem('language', language ? 'en' : 'zh');
  document.documentElement.lang = language ? 'en' : 'zh-CN';
}
document.documentElement.lang = language ? 'en' : 'zh-CN';
