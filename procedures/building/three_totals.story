# A building with 3,000 square metres to let: a lease of 1,200 in rooms that stood empty. Vacant and let are always what can be let, whoever types what.
story: Twelve hundred square metres come to life
kind:  building
rows:  5
place: 120103004010
2024-03-04 09:00  street_keeper   twice: open(name: A hall; kind: building; keeper: street; owner_name: a sample company; gross: 100; lettable: 200; gain: stock; use: offices; zone: core)  REFUSED when
           09:01  street_keeper   open(name: A hall; kind: building; keeper: street; owner_name: a sample company; gross: 4000; lettable: 3000; gain: stock; use: offices; zone: core)  on_file  field.vacant 3000  owner street  count by 2024-06-05 00:00
           09:10  power_office    enter_lease(tenant: a studio; area: 1200; revives: yes; local: yes; until: +365d 17:30)  REFUSED who
           09:11  street_keeper   enter_lease(tenant: a studio; area: 1200; revives: yes; local: yes; until: +365d 17:30)  on_file  field.vacant 1800  field.let 1200  field.revived 1200
           09:12  street_keeper   enter_lease(tenant: a school; area: 1900; revives: no; local: yes; until: +365d 17:30)  REFUSED law
           09:13  street_keeper   enter_lease(tenant: a school; area: 800; revives: no; local: no; until: +365d 17:30)  on_file  field.vacant 1000  field.let 2000  field.revived 1200
           09:20  power_office    end_lease#2(no)                   REFUSED who
           09:21  street_keeper   end_lease#2(it moved out)         on_file  field.vacant 1800  field.let 1200
# The tax is of the building; whoever gives it does not check it.
           10:00  finance_clerk   give_tax(23; 900; 3000)           REFUSED tax.year
           10:01  finance_clerk   give_tax(2023; 900; 3000)         on_file
           10:02  finance_clerk   check_tax(checked; mine)          REFUSED who
           10:03  finance_chief   check_tax(checked; seen)          on_file  field.tier below  field.tax_per_m2 3000
           10:10  finance_clerk   give_tax(2024; 12000; 4000)       on_file
           10:11  finance_chief   check_tax#2(checked; seen)        on_file  field.tier hundred_million  field.tax 12000
           10:12  finance_clerk   give_tax(2024; 9000; 3000)        on_file
           10:13  finance_chief   check_tax#3(rejected; twice)      on_file  field.tax 12000
# The count of the quarter: the clock begins anew; what differs is settled by another.
2024-05-20 09:00  power_office    count_on_site(1800; 60; all seen)  REFUSED who
           09:01  street_keeper   count_on_site(1800; 160; all seen)  REFUSED count.local
           09:02  street_keeper   count_on_site(3001; 60; all seen)  REFUSED law
           09:03  street_keeper   count_on_site(1800; 60; all seen)  on_file  count by 2024-08-21 00:00
2024-06-20 09:00  street_keeper   count_on_site(2000; 55; a room more)  on_file  count by 2024-09-21 00:00
           09:10  street_keeper   settle_count#2(a slip)            REFUSED who
           09:11  street_head     settle_count#2(the cellar is not to let)  on_file
# What was counted before stays as it was then.
2024-06-21 09:00  street_keeper   enter_lease(tenant: a shop; area: 300; revives: no; local: yes; until: +365d 17:30)  on_file  field.vacant 1500
           09:10  street_keeper   count_on_site(1500; 60; as on file)  on_file
           09:20  street_head     settle_count#1(was it not)        REFUSED step
           09:21  street_head     settle_count#3(nor this)          REFUSED step
           09:30  street_keeper   end_lease#3(it never opened)      on_file  field.vacant 1800
2024-10-08 09:00  clock           -                                 on_file  overdue count
           09:10  street_head     resurvey(4000; 1000; smaller; a plan)  REFUSED when
           09:11  street_head     resurvey(4200; 3100; a storey more; a plan)  on_file  field.vacant 1900
           09:20  finance_chief   hand_over(finance_bureau; no)     REFUSED who
           09:21  street_head     hand_over(telecom_company; they own it now)  REFUSED when
           09:21  street_head     hand_over(finance_bureau; they own it now)  on_file  owner finance_bureau  overdue count
           09:30  finance_chief   close(pulled down; photos)        REFUSED when
           09:40  finance_chief   hand_over(street; back again)     on_file  owner street
           09:41  street_keeper   end_lease#1(pulled down)          on_file
           09:42  street_head     close(pulled down; photos)        closed
