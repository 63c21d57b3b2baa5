/** The style of a report that stands alone: quiet, light and dark, from 320 px to paper. */
export const sheet = `
:root{color-scheme:light dark;--ground:light-dark(#fff,#14171a);--sheet:light-dark(#f5f6f7,#1d2125);--ink:light-dark(#16191c,#eceef0);--quiet:light-dark(#545b62,#a9b1b9);--line:light-dark(#d5d9dd,#3a4148);--accent:light-dark(#0b5c74,#7cc7dd);
--hue-0:light-dark(#0b6e8a,#6fc3dc);--hue-1:light-dark(#b4621b,#e0a069);--hue-2:light-dark(#4c7a1d,#9ccb6a);--hue-3:light-dark(#7a4fa3,#bf9ce0);--hue-4:light-dark(#b03a5b,#ea92ab);--hue-5:light-dark(#66602c,#c9c184);
font-family:system-ui,sans-serif;line-height:1.55}
:root:lang(fa){font-family:Vazirmatn,system-ui,sans-serif;line-height:1.8}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:break-word}
main{max-inline-size:56rem;margin-inline:auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-block-start:2.5rem;border-block-end:1px solid var(--line)}
.about{margin-block:.15rem;color:var(--quiet)}
p,li{max-inline-size:46rem}
a{color:var(--accent)}
.caveat{border-inline-start:3px solid var(--line);padding-inline-start:.8rem;color:var(--quiet)}
.scroll{overflow-x:auto;max-inline-size:100%}
table{border-collapse:collapse;margin-block:.75rem}
caption{text-align:start;color:var(--quiet);padding-block-end:.35rem}
th,td{padding:.3rem .7rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}
thead th{background:var(--sheet)}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
figure{margin:1rem 0}figcaption{color:var(--quiet);max-inline-size:46rem;padding-block-end:.5rem}
svg{display:block;inline-size:100%;min-inline-size:34rem;max-inline-size:56rem}
svg text{fill:var(--quiet);font-size:13px;font-variant-numeric:tabular-nums}svg .strong{fill:var(--ink)}
.rule{stroke:var(--line)}.mark{stroke:var(--ink);stroke-dasharray:4 3}
.hue-0{--hue:var(--hue-0)}.hue-1{--hue:var(--hue-1)}.hue-2{--hue:var(--hue-2)}.hue-3{--hue:var(--hue-3)}.hue-4{--hue:var(--hue-4)}.hue-5{--hue:var(--hue-5)}
.line{fill:none;stroke:var(--hue);stroke-width:2}.dash-1{stroke-dasharray:7 3}.dash-2{stroke-dasharray:2 3}.dash-3{stroke-dasharray:10 3 2 3}
.bar,.disc{fill:var(--hue)}.tile-edge{stroke:var(--line)}.ribbon{fill:var(--hue);opacity:.55}.end{fill:var(--quiet)}.disc{opacity:.6}
${Array.from({ length: 10 }, (_, i) => `.ink-${i + 1}{fill:color-mix(in oklab,var(--hue) ${(i + 1) * 10}%,var(--ground))}`).join('')}
@media print{:root{color-scheme:light}details{display:block}details>*{display:block}summary,nav,a[download]{display:none}section{break-inside:auto}table,figure{break-inside:avoid}}
`
