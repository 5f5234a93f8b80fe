// How a chosen file reaches the server. Staff pages send it as it is; the resident's page provides a way of its own.
import type { InjectionKey } from 'vue';

export type Upload = (matter: string, file: File) => Promise<string>; // the name under which it is kept
export const kUpload: InjectionKey<Upload> = Symbol('upload');
