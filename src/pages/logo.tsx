import type { Logo } from '../survey/organisation.ts'

export const logoTypes: Record<Logo['type'], string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
}

interface Props {
  logo: Logo
  /** the room that there is, in pixels */
  width?: number
  height?: number
}

/** A logo beside the name that it stands for; fetched after what people came for. */
export function LogoPicture({ logo, width = 160, height = 40 }: Props) {
  const scale = Math.min(width / logo.width, height / logo.height)
  return (
    <img
      class="logo"
      src={`/logos/${logo.hash}.${logo.type}`}
      width={Math.max(1, Math.round(logo.width * scale))}
      height={Math.max(1, Math.round(logo.height * scale))}
      alt=""
      decoding="async"
      fetchpriority="low"
    />
  )
}
