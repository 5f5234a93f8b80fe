// Which district the staff pages show. It stands in the address (?district=990002), so that a page can be kept and
// shared; while one is chosen every staff page keeps it.
import type { RouteLocationNormalized } from 'vue-router';
import { client } from './services';

const kCode = /^[0-9]{6}$/;

// For the router's guard: takes over what the address says, or gives the address that says it.
export function keepDistrict(to: RouteLocationNormalized): { path: string; query: RouteLocationNormalized['query']; hash: string; replace: boolean } | null {
  const named = to.query.district;
  if (typeof named === 'string' && kCode.test(named)) {
    client.district = named;
    return null;
  }
  if (client.district === '') return null;
  return { path: to.path, query: { ...to.query, district: client.district }, hash: to.hash, replace: true };
}

// Before going to a page of another district; '' is the server's own.
export function chooseDistrict(code: string): void {
  client.district = code;
}

// The address of a staff page in the district that is shown, for links that may be copied or opened in another tab.
export function inDistrict(path: string): { path: string; query: Record<string, string> } {
  return { path, query: client.district === '' ? {} : { district: client.district } };
}
