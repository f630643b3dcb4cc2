/** The built app as served, and a separate Chromium to look at it. */
import { type Browser, chromium } from 'playwright-core'
import { chromiumPath, chromiumFlags as flags } from '../build/chromium.ts'
import { serveApp } from '../build/served-app.ts'

export const chromiumFlags: readonly string[] = [...flags, '--headless=new']

/** Serves the last build while `act` runs. */
export async function whileServed<T>(act: (address: string) => Promise<T>): Promise<T> {
  const { address, stop } = await serveApp()
  try {
    return await act(address)
  } finally {
    await stop()
  }
}

export async function inChromium<T>(act: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] })
  try {
    return await act(browser)
  } finally {
    await browser.close()
  }
}
