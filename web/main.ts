// Starts the front end.
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import './ui/tokens.css';
import './ui/base.css';
import { i18n, startLocale } from './ui/i18n';
import { onSignedOut } from './ui/services';
import { useSession } from './ui/stores';

async function start(): Promise<void> {
  await startLocale();
  onSignedOut(async (write) => {
    const here = router.currentRoute.value;
    const session = useSession();
    if (session.me !== null && here.matched.some((record) => record.meta.staff)) return session.again(write);
    session.me = null; // what waits on this device is shown to nobody until its author is back
    if (here.path !== '/login') void router.push({ path: '/login', query: { next: here.fullPath, ended: '1' } });
    return false;
  });
  if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  createApp(App).use(createPinia()).use(i18n).use(router).mount('#app');
}

void start();
