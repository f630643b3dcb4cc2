import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/**
 * The first load is two files, each small enough for the first round trip of a slow connection: what others wrote, which
 * stays the same for long, and our own. Many small files, or one large one, would cost a round trip more.
 */
const firstLoad = [
  { name: 'libraries', test: /node_modules/, tags: ['$initial' as const], priority: 2 },
  { name: 'first', tags: ['$initial' as const], priority: 1 },
]

/** The app itself links to the manifest, once its first screen is seen (src/app/main.tsx). */
const manifestLater: Plugin = {
  name: 'manifest-later',
  enforce: 'post',
  transformIndexHtml: { order: 'post', handler: html => html.replace(/\s*<link rel="manifest"[^>]*>/, '') },
}

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
  worker: { format: 'es' },
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
        // The foods, the solver and their worker are heavy: kept for offline use when food is first opened.
        globIgnores: ['**/food.worker-*.js'],
        runtimeCaching: [
          {
            urlPattern: /\/assets\/(food\.worker|foods\.gen|highs)-/,
            handler: 'CacheFirst',
            options: { cacheName: 'unknot-food' },
          },
        ],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/openapi/, /^\/healthz/, /^\/docs/],
      },
    }),
    manifestLater,
  ],
})
