// The routes of the product: part of its public contract (docs and tests name them). Staff pages ask for a session,
// resident pages never do.
import { nextTick } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { faultOf } from './model/api/fault';
import { keepDistrict } from './ui/district';
import { takeLaterWords } from './ui/i18n';
import { useSession } from './ui/stores';

const kStaff: RouteRecordRaw[] = [
  { path: 'inbox', component: () => import('./console/InboxPage.vue') },
  { path: 'new', component: () => import('./console/PickKindPage.vue') },
  { path: 'new/:kind', component: () => import('./console/NewMatterPage.vue'), props: true },
  { path: 'm/:number/documents/:document', component: () => import('./console/DocumentPage.vue'), props: true },
  { path: 'm/:number', component: () => import('./console/MatterPage.vue'), props: true },
  { path: 'w/:number', component: () => import('./console/WhistlePage.vue'), props: true },
  { path: 'desk/:desk', component: () => import('./console/desk/DeskPage.vue'), props: true },
  { path: 'desk/:desk/:view', component: () => import('./console/desk/DeskViewPage.vue'), props: true },
  { path: 'community', component: () => import('./console/CommunityListPage.vue') },
  { path: 'community/:code', component: () => import('./console/CommunityPage.vue'), props: true },
  { path: 'coverage', component: () => import('./console/CoveragePage.vue') },
  { path: 'registers', redirect: '/registers/units' },
  { path: 'registers/:name', component: () => import('./console/RegisterPage.vue'), props: true },
];

const kResident: RouteRecordRaw[] = [
  { path: '', component: () => import('./portal/HomePage.vue') },
  { path: 'report', component: () => import('./portal/ReportPage.vue') },
  { path: 'status', component: () => import('./portal/StatusPage.vue') },
  { path: 'verify/:number?', component: () => import('./portal/VerifyPage.vue'), props: true },
  { path: 'notices', component: () => import('./portal/NoticesPage.vue') },
  { path: ':missing(.*)*', component: () => import('./portal/MissingPage.vue') },
];

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/login', component: () => import('./console/LoginPage.vue') },
    { path: '/outbox', component: () => import('./console/OutboxPage.vue') },
    // Residents first: the bare address is theirs.
    { path: '/', component: () => import('./portal/PortalLayout.vue'), children: kResident },
    { path: '/', component: () => import('./console/ConsoleLayout.vue'), children: kStaff, meta: { staff: true } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

// What these pages say is read with them.
const kLater = /^\/(desk|registers|community|coverage|m|w|outbox|verify|notices)\b/;

router.beforeEach(async (to) => {
  if (kLater.test(to.path)) await takeLaterWords();
  if (!to.matched.some((record) => record.meta.staff)) return true;
  const away = { path: '/outbox', query: { next: to.fullPath } };
  const me = await useSession().find().catch((error: unknown) => (faultOf(error).status === 0 ? away : null));
  if (me === away) return away;
  if (me === null) return { path: '/login', query: { next: to.fullPath } };
  return keepDistrict(to) ?? true;
});

// A new page is announced by moving the focus to its heading; a changed filter leaves the focus alone.
router.afterEach((to, from, failure) => {
  if (failure || to.path === from.path || from.matched.length === 0) return;
  void nextTick(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })));
});
