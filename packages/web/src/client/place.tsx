import { createRoot } from 'react-dom/client'
import { filesAt } from './files/files.ts'
import { appPage } from './page.ts'
import { PlaceApp } from './place/app.tsx'
import { addStyle } from './style.ts'

const { mount, election, version, text } = appPage(document)
addStyle(document)
mount.replaceChildren()
createRoot(mount).render(<PlaceApp text={text} files={filesAt(election, { version })} />)
