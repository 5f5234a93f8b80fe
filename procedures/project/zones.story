# Two projects in one zone. Each that moves leaves the total of its old zone and joins that of the new one: what is told at each move is the whole zone.
story: A project that moves changes both zones
kind:  project
rows:  2
place: 120103004010
2024-03-04 09:00  commerce_office    a: open(name: Reading rooms; investor: a sample company; origin: tianjin; source: urban_renewal; gain: stock; zone: core; lead: commerce_bureau; total: 900)  lead
           09:01  commerce_office    b: open(name: A studio; investor: a sample company; origin: beijing; source: tech_innovation; gain: increment; zone: core; lead: commerce_bureau; total: 500)  lead
           09:10  supervision        a: move_zone(centre_one; the plan was redrawn)  lead  field.zone centre_one  field.zone_total 900
           09:20  supervision        b: move_zone(centre_one; beside the other)  lead  field.zone_total 1400
           09:30  supervision        a: move_zone(core; back)            lead  field.zone core  field.zone_total 900
           09:40  commerce_office    a: lose(no_funds; the bank said no)  lost
           09:50  supervision        b: move_zone(core; alone)           lead  field.zone_total 500
