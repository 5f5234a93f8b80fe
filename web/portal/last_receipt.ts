// The receipt of a report sent from this page: asked once, not again on the status page. In memory only; a code that
// opens a matter must not lie in the browser's store or in an address.
import { ref } from 'vue';

export const lastReceipt = ref({ number: '', code: '' });
