// The app without network: its own files are kept on the phone. The server writes their hash in here, so that a new version
// is fetched as a whole and never mixed with the old one.
const VERSION = '@VERSION@';
const CACHE = `jianzheng-m-${VERSION}`;
const FILES = ['/m/', '/m/app.css', '/m/app.js', '/m/api.js', '/m/store.js', '/m/words.js', '/m/page.js', '/m/camera.js', '/m/qr.js', '/m/queue.js', '/m/home.js',
  '/m/record.js', '/m/entry.js', '/m/review.js', '/m/site.js', '/m/push.js', '/m/manifest.webmanifest', '/m/icon-small.png', '/favicon.svg', '/vendor/idb/index.js'];
// Large, and only wanted where the browser reads no QR codes itself: kept when it was fetched once.
const LATER = ['/vendor/qr/decode.js', '/vendor/qr/index.js'];

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })));
    if (!('BarcodeDetector' in self)) await cache.addAll(LATER);
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('jianzheng-m-') && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  const file = url.pathname === '/m' ? '/m/' : url.pathname;
  if (!FILES.includes(file) && !LATER.includes(file)) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(file);
    if (kept) return kept;
    const fresh = await fetch(event.request);
    if (fresh.ok) await cache.put(file, fresh.clone());
    return fresh;
  })());
});

// A browser that is shown nothing after a push ends the subscription: so whatever comes is shown as something.
self.addEventListener('push', (event) => {
  let told = {};
  try { told = event.data?.json() ?? {}; } catch { /* nothing that can be read */ }
  event.waitUntil(self.registration.showNotification(told.title ?? '见证', {
    body: told.body ?? '', lang: told.lang ?? 'zh-CN', tag: told.id ?? 'jianzheng', icon: '/m/icon-small.png', badge: '/m/icon-small.png',
  }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window' });
    const app = open.find((one) => new URL(one.url).pathname.startsWith('/m'));
    await (app ? app.focus() : self.clients.openWindow('/m/'));
  })());
});
