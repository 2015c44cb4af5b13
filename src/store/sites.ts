import type { RegisteredSite, SiteGroup, SiteWords } from '../survey/sites/register.ts'
import type { SiteRow } from '../survey/sites/file-rows.ts'
import type { Act } from './office.ts'

/** A file of sites that waits for a yes, or what came of it. */
export interface HeldFile {
  text: string
  encoding: string
  outcome?: SiteFileOutcome
}

export interface SiteFileOutcome {
  added: number
  changed: number
  faults: number
}

/**
 * The register of an organisation's sites, as part of the store's contract. A site is never
 * deleted, since answers may be counted under it; it is retired, and then no survey is offered it.
 */
export interface SiteStore {
  /** All, also retired ones, by id. */
  sites(organisation: string): Promise<RegisteredSite[]>
  /** Problem `taken` where the register has the id. */
  addSite(organisation: string, id: string, words: SiteWords, act: Act): Promise<void>
  /** False where unknown. */
  changeSite(organisation: string, id: string, words: SiteWords, act: Act): Promise<boolean>
  /** Done also where it was done before; false where unknown. */
  retireSite(organisation: string, id: string, act: Act): Promise<boolean>
  restoreSite(organisation: string, id: string, act: Act): Promise<boolean>

  siteGroups(organisation: string): Promise<SiteGroup[]>
  /** Problem `taken` where there is one of that name or id; the same again is done. */
  addSiteGroup(organisation: string, group: SiteGroup, act: Act): Promise<void>
  renameSiteGroup(organisation: string, group: SiteGroup, act: Act): Promise<boolean>
  /** Puts sites into a group, and takes others out of it; false where the group is unknown. */
  fillSiteGroup(
    organisation: string,
    group: string,
    sites: { put: string[]; out: string[] },
    act: Act,
  ): Promise<boolean>

  /** Keeps a file until someone says yes to it, for a day. The same id again changes nothing. */
  holdSiteFile(organisation: string, id: string, held: HeldFile, at: string): Promise<void>
  heldSiteFile(organisation: string, id: string): Promise<HeldFile | undefined>
  /**
   * Takes rows into the register, all or none; groups are made by their names. A held file is
   * taken once, and its text forgotten.
   */
  takeSites(
    organisation: string,
    rows: SiteRow[],
    act: Act,
    held?: { id: string; outcome: SiteFileOutcome },
  ): Promise<void>
}
