# The plot of docs/performance.md, from what LedgerMain has printed:
#   gnuplot -e "table='FILE'" benchmarks/growth.gnuplot > docs/images/growth.svg
set terminal svg size 720,400 font "sans-serif,13" background "white"
set datafile separator "|"
set logscale xy
set xlabel "records on the chain"
set ylabel "microseconds a record, or a proof"
set y2label "seconds to start"
set logscale y2
set ytics nomirror
set y2tics
set xrange [800:1300000]
set yrange [1:1000]
set y2range [0.01:10]
set key top left
set grid xtics ytics
rows = sprintf("< grep -E '^\\| 10+1 \\| [0-9.]+ \\| [0-9.]+ \\| [0-9]+ \\|' '%s'", table)
plot rows using 2:3 with linespoints pt 7 lc rgb "#1f5f8b" title "append, µs a record", \
     rows using 2:4 with linespoints pt 5 lc rgb "#b4510f" title "proof, µs", \
     rows using 2:6 axes x1y2 with linespoints pt 9 lc rgb "#3b7a3b" title "start-up, s"
