# bench/<name>.cpp becomes the program bench_<name>, linked to the whole house. Built only when asked for
# (`cmake --build build/release --target bench_store_commit`): a figure wants a quiet machine, not a test run.
function(shaoyin_build_benches root)
  shaoyin_everything(everything)
  file(GLOB sources CONFIGURE_DEPENDS ${root}/*.cpp)
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    add_executable(bench_${name} EXCLUDE_FROM_ALL ${source})
    target_link_libraries(bench_${name} PRIVATE ${everything} Threads::Threads)
  endforeach()
endfunction()
