# Nobody publishes the reading: the light does not stay green for want of news. It turns by itself, and the next reading decides again.
story: A reading that does not come
kind:  indicator
rows:  13
place: 120103
2024-01-08 09:00  economy_office  set_indicator(retail sales; retail_sales; neither; wan_yuan; more; cumulative; month; 15; 2024; 1200; personnel; sports_bureau)  planned
           09:01  economy_office  set_target(1; 100; +30d 17:30)         planned
           09:02  economy_office  set_target(2; 200; +60d 17:30)         planned
           09:03  economy_office  set_target(12; 1200; +360d 17:30)      planned
           09:05  economy_office  start_year                             running  field.light green  reading by 2024-02-20 00:00
2024-02-19 09:00  clock           -                                      running  field.light green
2024-02-21 12:00  clock           -                                      running  overdue reading  field.light yellow
2024-02-22 08:59  numbers_other   publish_reading(1; 101; 08:30)         REFUSED who
           09:00  numbers_chief   publish_reading(1; 101; 08:30)         running  field.light green
