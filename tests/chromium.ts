import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

let started: Promise<Browser> | undefined

/** The browser of all files that a worker runs; it ends with the worker. Contexts keep them apart. */
export async function theBrowser(): Promise<Browser> {
  const browser = await (started ??= launch())
  if (browser.isConnected()) return browser
  started = launch()
  return started
}

const launch = () => chromium.launch({ executablePath: inject('chromium'), args: flags })

// The switch replaces the list of Playwright, which is therefore a part of it.
const playwrights = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

// What a window has around the page that nobody sees: two thirds of what a new context costs.
const surroundings = [
  'AimEnabled',
  'InitialWebUI',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  'WebUIReloadButton',
  'WebUIToolbar',
]

// Nothing that Chromium would fetch, update or ask for on its own.
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...playwrights, ...surroundings].join(',')}`,
]
