// What people type as they meant it: full-width letters and digits, any blank, any dash. The server reads it so too; here it is
// needed where a browser would not send it (headers) or where the page itself looks at the form.
const kDashes = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63-]/g;
const kBlanks = /[\s\u200b-\u200d\u2060\ufeff]+/g;

function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).replace(kDashes, '-').replace(kBlanks, ' ').trim();
}

export function phoneMeant(text: string): string {
  return narrow(text);
}

// Of a matter: one hyphen between letters and digits.
export function numberMeant(text: string): string {
  return narrow(text).replace(/[ -]+/g, '-');
}

export function codeMeant(text: string): string {
  return narrow(text).replace(/[ -]/g, '').toUpperCase();
}
