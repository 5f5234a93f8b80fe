# Income and expense in one indicator: expense above income is a warning that names the unit that leads, and it is lifted when the two meet again.
story: A deficit names who leads
kind:  indicator
rows:  14
place: 120103
2024-01-08 09:00  economy_office  set_indicator(balance of the budget; budget_balance; income; wan_yuan; more; cumulative; month; 10; 2024; 1200; telecom_company; civil_affairs)  REFUSED when
2024-01-08 09:00  economy_office  set_indicator(balance of the budget; budget_balance; income; wan_yuan; more; cumulative; month; 10; 2024; 1200; personnel; civil_affairs)  planned
           09:01  economy_office  set_target(1; 100; +30d 17:30)  planned
           09:02  economy_office  set_target(2; 200; +60d 17:30)  planned
           09:03  economy_office  set_target(3; 300; +90d 17:30)  planned
           09:04  economy_office  set_target(12; 1200; +360d 17:30)  planned
           09:05  economy_office  start_year                             running
2024-02-10 09:00  numbers_chief  publish_reading(1; 110; 08:30; 100)  running  field.light green
2024-03-11 09:00  numbers_chief  publish_reading(2; 210; 08:30; 240)  running  field.light green  explain by 2024-03-18 17:30
           09:10  sports_numbers  explain_warning(heating was paid in one sum)  REFUSED who
           09:20  numbers_other  explain_warning(heating was paid in one sum)  running
2024-04-11 09:00  numbers_chief  publish_reading(3; 320; 08:30; 310)  running
           09:05  numbers_other  explain_warning(once more)              REFUSED step
