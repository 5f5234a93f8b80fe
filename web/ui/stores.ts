// The few things that outlive a page: who is signed in, personal settings, and the messages at the edge of the screen.
import { defineStore } from 'pinia';
import { computed, ref, watchEffect } from 'vue';
import { faultOf } from '@/model/api/fault';
import type { Me } from '@/model/api/types';
import { client } from './services';

export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null);
  const asked = ref(false); // whether the server has been asked who we are
  const name = ref(''); // the log-in name, while this page lives
  const ended = ref(false); // while working: a dialog over the page asks for the password
  let dismissed = false; // the dialog was closed: news that cannot be read does not open it again, sending something does
  let waiting: Promise<boolean> | null = null;
  let settle: (same: boolean) => void = () => undefined;

  async function find(): Promise<Me | null> {
    if (asked.value) return me.value;
    try {
      me.value = (await client.session()).me;
      asked.value = true;
    } catch (error) {
      if (faultOf(error).status !== 401) throw error;
      asked.value = true;
    }
    return me.value;
  }
  async function logIn(login: string, password: string): Promise<void> {
    me.value = (await client.logIn(login, password)).me;
    [name.value, asked.value, dismissed] = [login, true, false];
  }
  // One dialog for all that wait. True when the same person has signed in again; what one typed is not sent in another's name.
  function again(write: boolean): Promise<boolean> {
    if (dismissed && !write) return Promise.resolve(false);
    waiting ??= new Promise((resolve) => {
      settle = resolve;
      ended.value = true;
    });
    return waiting;
  }
  function settled(same: boolean): void {
    [ended.value, waiting, dismissed] = [false, null, !same];
    settle(same);
  }
  async function logOut(): Promise<void> {
    await client.logOut().catch(() => undefined);
    me.value = null;
    name.value = '';  // the next person at this desk is somebody else
  }
  // Names of units, roles and areas come in one language; ask again after it changed.
  async function refresh(): Promise<void> {
    if (me.value !== null) me.value = (await client.session()).me;
  }
  const may = (verb: string) => computed(() => me.value?.verbs.includes(verb) ?? false);
  return { me, name, ended, find, logIn, logOut, again, settled, refresh, may };
});

function kept(name: string, initial: boolean) {
  const value = ref(localStorage.getItem(name) === null ? initial : localStorage.getItem(name) === 'on');
  watchEffect(() => localStorage.setItem(name, value.value ? 'on' : 'off'));
  return value;
}

export const usePreferences = defineStore('preferences', () => {
  const singleKeys = kept('shaoyin.single_keys', true);
  const elder = kept('shaoyin.elder', false);
  return { singleKeys, elder };
});

export interface Toast {
  id: number;
  tone: 'plain' | 'done' | 'fault';
  text: string;
  detail: string;
  undo: (() => void) | null;
}

const kToasts = 2; // more would cover the page
const kToastTime = 10_000; // ms; "undo" must be reachable by keyboard and by slow hands

export const useToasts = defineStore('toasts', () => {
  const list = ref<Toast[]>([]);
  const held = ref(false); // hovered or focused: time stands still
  let last = 0;

  function remove(id: number): void {
    list.value = list.value.filter((toast) => toast.id !== id);
  }
  function expire(id: number): void {
    setTimeout(() => (held.value ? expire(id) : remove(id)), kToastTime);
  }
  function say(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
    last += 1;
    const toast: Toast = { id: last, text, tone: 'plain', detail: '', undo: null, ...more };
    list.value = [...list.value, toast].slice(-kToasts);
    expire(last);
  }
  return { list, held, say, remove };
});
