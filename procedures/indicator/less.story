# Where less is better, above the pace is yellow and five per cent above it is red.
story: Less is better
kind:  indicator
rows:  14
place: 120103
2024-01-08 09:00  economy_office  set_indicator(expense of the offices; budget_expense; expense; wan_yuan; less; cumulative; month; 10; 2024; 1200; personnel; civil_affairs)  planned
           09:01  economy_office  set_target(1; 100; +30d 17:30)  planned
           09:02  economy_office  set_target(2; 200; +60d 17:30)  planned
           09:03  economy_office  set_target(12; 1200; +360d 17:30)  planned
           09:05  economy_office  start_year                             running
2024-02-10 09:00  numbers_chief  publish_reading(1; 104; 08:30)  running  field.light yellow  task: drafted
2024-03-11 09:00  numbers_chief  publish_reading(2; 211; 08:30)  running  field.light red
