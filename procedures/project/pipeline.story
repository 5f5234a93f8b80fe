# From a lead in Beijing to a contract: each step is given its reason and the history stays. A contract that did not hold goes back to talks, and another
# project from Hebei is lost, with its reason.
story: From a lead in Beijing to its first tax
kind:  project
rows:  3, 4
place: 120103004010
2024-03-04 09:00  commerce_office    open(name: A cloud design studio; investor: a sample company; origin: beijing; source: tech_innovation; gain: increment; zone: core; lead: commerce_bureau; total: 5000)  lead  owner commerce_bureau  advance by 2024-04-04 00:00
           09:10  commerce_office    begin_talks(they asked for rooms)   REFUSED when
           09:11  power_office       name_officer(p-commerce_office; she knows them)  REFUSED who
           09:12  commerce_office    name_officer(p-commerce_office; she knows them)  lead
           09:20  power_office       begin_talks(no)                     REFUSED who
           09:21  commerce_office    begin_talks(they asked for rooms)   talks
           09:30  commerce_office    plan_node(rooms; commerce_bureau; +90d 17:30)  REFUSED step
2024-03-20 10:00  power_office       sign_framework(no; paper)           REFUSED who
           10:01  commerce_office    sign_framework(rent was agreed)     REFUSED evidence
           10:02  commerce_office    sign_framework(rent was agreed; the framework)  framework
           10:10  commerce_office    ask_extension(+20d 17:30; the board meets late)  REFUSED when
           10:11  power_office       ask_extension(+120d 17:30; no)      REFUSED who
           10:12  commerce_office    ask_extension(+120d 17:30; the board meets late)  framework
           10:13  commerce_office    ask_extension(+150d 17:30; more)    REFUSED when
           10:15  supervision        rule_extension(refused; send the board's letter)  framework  advance by 2024-06-19 00:00
           10:16  commerce_office    ask_extension(+120d 17:30; the letter is here)  framework
           10:20  commerce_office    rule_extension#2(approved; we say so)  REFUSED who
           10:21  supervision        rule_extension#2(approved; the board's letter)  framework  advance by 2024-07-18 17:30
2024-04-02 09:00  power_office       sign_contract(no; 1; paper)         REFUSED who
           09:01  commerce_office    sign_contract(the board agreed; 0; the contract)  REFUSED when
           09:02  commerce_office    sign_contract(the board agreed; 6000; the contract)  contracted  field.total 6000
           09:10  power_office       fall_back(no)                       REFUSED who
           09:11  commerce_office    fall_back(the bank said no)         talks
           09:20  commerce_office    sign_contract(another bank; 5500; the second contract)  contracted
           09:30  commerce_office    register(it stands; +300d 17:30; the licence)  REFUSED when
           09:31  power_office       plan_node(rooms fitted; commerce_bureau; +60d 17:30)  REFUSED who
           09:32  commerce_office    plan_node(rooms fitted; commerce_bureau; +60d 17:30)  contracted
           09:40  power_office       register(no; +300d 17:30; paper)    REFUSED who
           09:41  commerce_office    register(it stands; +300d 17:30; the licence)  registered  advance by 2025-01-27 17:30
2024-05-20 09:00  commerce_office    reach_node(2024-05-18 17:30; photos of the rooms)  registered
           09:10  commerce_office    complete(all done; report)          REFUSED who
           09:11  statistics_office  complete(all done; report)          REFUSED when
           09:20  statistics_office  check_node(checked; seen there)     registered
           09:30  statistics_office  complete(all done; the report)      built
           09:40  commerce_office    first_tax(60; no; a receipt)        REFUSED who
           09:41  statistics_office  first_tax(0; nothing yet; a receipt)  REFUSED when
           09:42  statistics_office  first_tax(60; the first quarter; a receipt)  taxed  field.tax 60
2024-06-03 09:00  commerce_office    gone: open(name: A pump works; investor: another sample company; origin: hebei; source: industrial_renewal; gain: increment; zone: point; lead: commerce_bureau; total: 3000)  lead
           09:10  power_office       gone: lose(no_site; no)             REFUSED who
           09:11  commerce_office    gone: lose(no_site; no hall with a crane)  lost
           09:20  commerce_office    gone: begin_talks(again)            REFUSED step
# Time alone is never enough to end one: what nobody moves is late.
2024-06-04 09:00  commerce_office    quiet: open(name: A tea house; investor: a third sample company; origin: tianjin; source: urban_renewal; gain: stock; zone: axis_one; lead: commerce_bureau; total: 80)  lead
2024-07-10 09:00  clock              quiet: -                            quiet: lead  overdue advance
           09:10  commerce_office    quiet: ask_extension(+30d 17:30; late)  REFUSED when
