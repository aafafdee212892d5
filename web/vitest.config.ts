import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ compilerOptions: { runes: true } })],
  test: { include: ['test/**/*.test.ts'], reporters: ['dot'], environment: 'node' },
});
