import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** The first load is one file: many small ones cost a round trip each on a slow connection. */
const firstLoad = [{ name: 'first', tags: ['$initial' as const] }]

export default defineConfig({
  root: 'src/app',
  publicDir: 'public',
  build: {
    outDir: '../../dist/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: firstLoad } } },
  },
  plugins: [
    preact(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Unknot',
        short_name: 'Unknot',
        description: 'Help with a back spasm or a muscle cramp, step by step. Works offline.',
        lang: 'en',
        start_url: '/',
        display: 'standalone',
        background_color: '#f3f7f8',
        theme_color: '#006164',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/openapi/, /^\/healthz/],
      },
    }),
  ],
})
