# A patrol checks points and equipment; a form with a face, a camera or a person does not exist.
story: An evening round of points
kind:  patrol
rows: 26
place: 120103004010
2024-05-06 09:01  patrol_planner   plan_patrol(route: square and quay; team: community; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001; point.item: lighting; face: yes)  REFUSED face
           09:02  patrol_planner   plan_patrol(route: square and quay; team: community; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001; point.item: lighting; camera: 3)  REFUSED camera
           09:03  patrol_planner   plan_patrol(route: square and quay; team: community; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001; point.item: lighting; person: Li)  REFUSED person
           09:04  patrol_walker    plan_patrol(route: square and quay; team: community; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001; point.item: lighting)  REFUSED may
           09:05  patrol_planner   plan_patrol(route: square and quay; team: community; begins: +0d 19:00; ends: +0d 18:00; point.where: 120103004010001; point.item: lighting)  REFUSED law
           09:05  patrol_planner   plan_patrol(route: square and quay; team: telecom_company; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001, 120103004010001, 120103004010001, 120103004010001; point.item: lighting, hydrant, defibrillator, fire_exit)  REFUSED when
           09:05  patrol_planner   plan_patrol(route: square and quay; team: community; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001, 120103004010001, 120103004010001, 120103004010001; point.item: lighting, hydrant, defibrillator, fire_exit)  planned  set_out by +0d 19:00
           18:55  patrol_stranger  set_out                            REFUSED who
           18:56  patrol_walker    set_out                            under_way  walk by +0d 21:00
           19:10  patrol_stranger  point_fine#1                       REFUSED who
           19:11  patrol_walker    point_fine#1                       under_way
           19:20  patrol_stranger  point_fault#2(what: leaks; unit: water_company; photo: leak)  REFUSED who
           19:21  patrol_walker    point_fault#2(what: it leaks; unit: telecom_company; photo: a leak)  REFUSED when
           19:21  patrol_walker    point_fault#2(what: it leaks; unit: street; photo: a leak)  under_way
           19:25  patrol_walker    end_patrol(done)                   REFUSED when
           19:30  patrol_stranger  point_missed#3(far)                REFUSED who
           19:31  patrol_walker    point_missed#3(the hall was locked)  under_way
           19:40  patrol_walker    point_fault#4(what: crates; unit: property_company; photo: crates)  under_way
           19:45  patrol_stranger  end_patrol(done)                   REFUSED who
           19:46  patrol_walker    end_patrol(two faults)             mending
           19:50  patrol_stranger  raise_hazard#4(a hazard)           REFUSED who
           19:51  patrol_walker    raise_hazard#4(more than a repair; child.field.what: crates in the exit; child.field.area: fire; child.field.grade: general; child.field.category: danger; child.field.source: patrol; child.field.unit: property_company; child.field.by: +3d 17:30; child.line.item: exits_free; child.line.result: wrong)  mending  hazard: found
2024-05-07 09:00  house_manager    patrol: mend#2(proof: dry)         REFUSED who
           09:10  patrol_stranger  patrol: mend#2(proof: a dry hydrant)  mending
           09:20  patrol_stranger  patrol: verify#2(verified; dry)    REFUSED who
           09:30  patrol_walker    patrol: verify#2(fault; it drips)  mending
           10:00  patrol_stranger  patrol: mend#2(proof: a new seal)  mending
2024-05-08 19:00  patrol_walker    patrol: verify#2(verified; dry)    closed
2024-05-09 09:00  patrol_planner   second: plan_patrol(route: quay; team: community; begins: +0d 19:00; ends: +0d 21:00; point.where: 120103004010001; point.item: gate)  planned
           11:59  patrol_far       second: cancel_patrol(a storm)     REFUSED who
           12:00  patrol_planner   second: cancel_patrol(a storm)     cancelled
