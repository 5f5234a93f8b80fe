// The title of the browser tab: what this page is, then the product.
import { toValue, watchEffect, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';

export function usePageTitle(title: MaybeRefOrGetter<string>): void {
  const { t } = useI18n();
  watchEffect(() => {
    document.title = `${toValue(title)} · ${t('common.product')}`;
  });
}
