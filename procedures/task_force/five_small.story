# A task force of a lead and three units meets, and a line of its minutes becomes a supervised task that outlives it. Its term is prolonged once and then ends.
story: The task force of the five small industries
kind:  task_force
rows:  6
place: 120103
2024-03-04 09:00  leader         twice: set_up(Five small industries; industries; rooms and advice; sports_bureau; +90d 17:30; city_management, city_management)  REFUSED law
           09:01  leader         task_force: set_up(Five small industries; industries; rooms and advice; telecom_company; +90d 17:30; city_management, heat_company)  REFUSED when
           09:01  leader         task_force: set_up(Five small industries; industries; rooms and advice; sports_bureau; +90d 17:30; city_management, heat_company)  working  owner sports_bureau  term by 2024-06-02 17:30
           09:05  city_office    join(telecom_company)                  REFUSED who
           09:06  sports_office  join(heat_company)                     REFUSED law
           09:07  sports_office  join(telecom_company)                  working
           09:10  sports_office  leave#1(too much to do)                REFUSED when
           09:11  city_office    leave#4(they have other work)          REFUSED who
           09:12  sports_office  leave#4(they have other work)          working
           09:20  heat_office    plan_meeting(+2d 14:00; rooms)         working
           09:21  heat_office    leave(heat is not the question)        working
           09:22  heat_office    plan_meeting(+3d 14:00; rooms)         REFUSED who
           09:23  sports_office  plan_meeting(+9d 14:00; advice)        working
           09:24  sports_office  decide#1(rooms by May; child.field.task: forty rooms; child.field.measure: let them at half rent; child.field.lead: sports_bureau; child.field.due: +60d 17:30)  REFUSED step
           09:30  leader         prolong(+120d 17:30; they have plans)  REFUSED when
2024-03-06 15:00  city_office    hold_meeting#1(all were there)         REFUSED who
           15:01  sports_office  hold_meeting#1(all were there)         working  meet by 2024-04-07 00:00
           15:05  city_office    decide#1(rooms by May; child.field.task: forty rooms; child.field.measure: let them at half rent; child.field.lead: sports_bureau; child.field.due: +60d 17:30)  REFUSED who
           15:10  sports_office  decide#1(rooms by May; child.field.task: forty rooms; child.field.measure: let them at half rent; child.field.lead: sports_bureau; child.field.due: +200d 17:30; child.signature.unit: city_management)  working  task: drafted  task: owner district
           15:20  city_office    cancel_meeting#2(nothing to say)       REFUSED who
           15:21  sports_office  cancel_meeting#2(nothing to say)       working
           15:30  sports_chief   prolong(+200d 17:30; more to do)       REFUSED who
           15:31  leader         prolong(+20d 17:30; more to do)        REFUSED when
           15:32  leader         prolong(+120d 17:30; more to do)       working  term by 2024-07-04 17:30
2024-07-04 17:31  clock          -                                      dissolved  task: drafted
           17:40  sports_office  plan_meeting(+3d 14:00; rooms)         REFUSED step
           17:50  supervision    task: add_last_milestone(rooms let; sports_bureau; +30d 17:30)  drafted
2024-08-05 09:00  leader         short: set_up(A pond; space; drain it; sports_bureau; +90d 17:30)  working
           09:10  sports_chief   short: dissolve(it has dried)          REFUSED who
           09:11  leader         short: dissolve(it has dried)          dissolved
