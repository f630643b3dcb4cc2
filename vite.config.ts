import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { pinnedKeysDefined } from './build/pinned-keys.ts'

/**
 * The first load is two files, each small enough for the first round trip of a slow connection: third-party code, which
 * rarely changes, and our own. Many small files, or one large one, would cost another round trip.
 */
const firstLoad = [
  { name: 'libraries', test: /node_modules/, tags: ['$initial' as const], priority: 2 },
  { name: 'first', tags: ['$initial' as const], priority: 1 },
]

const screenshot = (name: string, label: string) => ({
  src: `/screenshot-${name}.jpg`,
  sizes: '780x1688',
  type: 'image/jpeg',
  form_factor: 'narrow' as const,
  label,
})

/** The app itself links to the manifest after its first screen is shown (src/app/shell/main.tsx). */
const manifestLater: Plugin = {
  name: 'manifest-later',
  enforce: 'post',
  transformIndexHtml: { order: 'post', handler: html => html.replace(/\s*<link rel="manifest"[^>]*>/, '') },
}

export default defineConfig({
  root: 'src/app',
  publicDir: 'public',
  define: pinnedKeysDefined(),
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
      includeManifestIcons: false,
      manifest: {
        id: '/',
        name: 'Unknot',
        short_name: 'Unknot',
        description: 'Help with a back spasm or a muscle cramp, step by step. Works offline.',
        lang: 'en',
        start_url: '/',
        scope: '/',
        categories: ['health', 'medical'],
        display: 'standalone',
        background_color: '#f3f7f8',
        theme_color: '#006164',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          {
            name: 'Cramp now',
            description: 'Release a cramp this minute',
            url: '/cramp',
            icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }],
          },
          {
            name: 'Log a cramp',
            description: 'Add a cramp or a spasm to the diary',
            url: '/add',
            icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }],
          },
        ],
        // Taken by npm run pictures.
        screenshots: [
          screenshot('now', 'Where does it hurt?'),
          screenshot('check', 'The danger signs, asked first'),
          screenshot('session', 'A timed stretch, drawn'),
          {
            src: '/screenshot-desk.jpg',
            sizes: '1280x800',
            type: 'image/jpeg',
            form_factor: 'wide',
            label: 'Where does it hurt?',
          },
        ],
      },
      workbox: {
        // One file: importScripts() would need a Trusted Types policy inside the service worker.
        inlineWorkboxRuntime: true,
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest}'],
        // The foods, the solver and their worker are large: cached for offline use when food is first opened.
        // A launcher loads its icon when the app is installed, which needs the network anyway.
        globIgnores: ['**/food.worker-*.js', '**/icon-maskable-*'],
        runtimeCaching: [
          {
            urlPattern: /\/assets\/(food\.worker|foods\.gen|highs)-/,
            handler: 'CacheFirst',
            options: { cacheName: 'unknot-food' },
          },
        ],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [
          ...[/^\/api\//, /^\/sync\/logs/, /^\/metrics/, /^\/openapi/, /^\/healthz/, /^\/docs/],
          ...[/^\/llms/, /^\/mcp/],
        ],
      },
    }),
    manifestLater,
  ],
})
