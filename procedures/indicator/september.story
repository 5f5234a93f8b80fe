# September below nine twelfths of the year: yellow at once, a warning that names who leads, and a supervised task with a term. October below 95 per cent: red.
# A revision adds a row; the old one stays.
story: September is behind its pace
kind:  indicator
rows:  13
place: 120103
2024-01-08 08:50  economy_office  same: set_indicator(retail; retail_sales; neither; wan_yuan; more; cumulative; month; 15; 2024; 12000; personnel; personnel)  REFUSED when
           09:00  economy_office  indicator: set_indicator(retail sales of the district; retail_sales; neither; wan_yuan; more; cumulative; month; 15; 2024; 12000; personnel; sports_bureau)  planned  owner sports_bureau  plan by 2024-02-08 00:00
           09:05  economy_office  start_year                             REFUSED when
           09:10  economy_office  set_target(12; 11000; +360d 17:30)  REFUSED law
           09:11  economy_office  set_target(12; 12000; +360d 17:30)  planned
           09:12  economy_office  set_target(13; 12000; +390d 17:30)  REFUSED target.month
           09:13  economy_office  set_target(8; 7000; +240d 17:30)  planned
           09:14  economy_office  set_target(8; 8000; +240d 17:30)  REFUSED law
           09:15  economy_office  replace_target#2(an eighth too low)    planned
           09:16  economy_office  set_target(8; 8000; +240d 17:30)  planned
           09:17  economy_office  set_target(9; 9000; +270d 17:30)  planned
           09:18  economy_office  set_target(10; 10000; +300d 17:30)  planned
           09:19  economy_office  set_target(11; 11000; +330d 17:30)  planned
           09:20  economy_office  start_year                             running  owner personnel  reading by 2024-02-20 00:00
           09:30  economy_office  issue_sheet                            REFUSED when
2024-09-12 09:00  numbers_other  publish_reading(8; 8100; 08:30)  REFUSED who
           09:01  numbers_chief  publish_reading(7; 7000; 08:30)  REFUSED law
           09:02  numbers_chief  publish_reading(8; 8100; 08:30)  running  field.light green  field.gap 100
           09:10  numbers_chief  publish_reading(8; 8200; 08:30)  REFUSED law
2024-10-14 09:00  numbers_chief  publish_reading(9; 8700; 08:30)  running  field.light yellow  field.pace 9000  field.still_to_come 3300  field.months_left 3  task: drafted  task: owner district
           09:10  numbers_other  explain_warning(no idea)                REFUSED who
           09:20  sports_numbers  explain_warning(the fair was late, two more in October)  running
           09:30  economy_office  issue_sheet                            running
           09:40  economy_office  task: add_last_milestone(two fairs held; sports_bureau; +30d 17:30)  drafted
           09:41  economy_office  task: issue                            signing
2024-11-14 09:00  numbers_chief  indicator: publish_reading(10; 9400; 08:30)  running  field.light red
           10:00  numbers_other  indicator: revise_reading#3(typed wrongly)  REFUSED who
           10:01  numbers_chief  indicator: revise_reading#3(one street was missing)  running
           10:02  numbers_chief  indicator: publish_reading(10; 10050; 08:30)  running  field.light green  field.gap 50
           10:10  economy_office  indicator: close_year                  REFUSED when
2025-01-20 09:00  numbers_chief  indicator: publish_reading(12; 12100; 08:30)  running
           09:10  economy_office  indicator: close_year                  closed
           10:00  economy_office  never: set_indicator(pigs; other_indicator; neither; pieces; more; point; quarter; 20; 2025; 10; personnel; sports_bureau)  planned
           10:01  economy_office  never: drop(none are kept here)        dropped
