import { render } from 'preact'

import type { PageData } from '../page-data.ts'
import { App } from './app.tsx'
import { reportOf } from './report.ts'

// The page of a run: shows the data that stand beside it. Nothing is asked of a network.

const text = document.querySelector('#data')?.textContent ?? ''
const page = document.querySelector('#page')
if (page) render(<App report={reportOf(JSON.parse(text) as PageData)} />, page)
