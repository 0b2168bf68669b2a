import { defineConfig } from "vite";

// Inlined assets would need `data:` in the desk's content security policy.
export default defineConfig({
  base: "/",
  build: {
    outDir: "../src/fogline/desk/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
  },
  server: { proxy: { "/api": "http://127.0.0.1:8710" } },
});
