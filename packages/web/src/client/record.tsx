import { createRoot } from 'react-dom/client'
import { filesAt } from './files/files.ts'
import { appPage } from './page.ts'
import { RecordApp } from './record/app.tsx'
import { addStyle } from './style.ts'

const { mount, election, text } = appPage(document)
addStyle(document)
mount.replaceChildren()
createRoot(mount).render(<RecordApp text={text} files={filesAt(election)} />)
