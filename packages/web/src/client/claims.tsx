import { createRoot } from 'react-dom/client'
import { ClaimsApp } from './claims/app.tsx'
import { shownBy } from './claims/shown.ts'
import { textOfPage } from './page.ts'
import { addStyle } from './style.ts'

const mount = document.getElementById('app')!
addStyle(document)
mount.replaceChildren()
createRoot(mount).render(<ClaimsApp text={textOfPage(document)} shown={shownBy(mount.dataset.figures)} />)
