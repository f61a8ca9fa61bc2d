import DefaultTheme from 'vitepress/theme-without-fonts';
import type { Theme } from 'vitepress';
import { defineAsyncComponent } from 'vue';

import LiveBlock from './components/LiveBlock.vue';
// After the default theme, which it adjusts.
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LiveBlock', LiveBlock);
    app.component(
      'Playground',
      defineAsyncComponent(() => import('./components/Playground.vue')),
    );
  },
} satisfies Theme;
