import { createRoot } from 'react-dom/client'
import { AnalysisApp } from './analysis/app.tsx'
import style from './analysis/style.css?inline'
import { filesAt } from './files/files.ts'
import { appPage } from './page.ts'
import { addStyle } from './style.ts'

const { mount, election, version, text } = appPage(document)
addStyle(document)
const own = document.createElement('style')
own.textContent = style
document.head.append(own)
mount.replaceChildren()
/** How many bytes each table is, in the order of the tables; 0 where that is not known. */
const sizes = (mount.dataset.sizes ?? '').split(' ').map(Number)
createRoot(mount).render(<AnalysisApp text={text} files={filesAt(election, { version })} sizes={sizes} />)
