import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess({ script: false, style: false }),
  compilerOptions: {
    // Where a narrow screen shows a table as blocks, browsers forget its roles, so the ledger names them.
    warningFilter: (warning) => warning.code !== 'a11y_no_redundant_roles',
  },
};
