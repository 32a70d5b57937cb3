@echo off
rem Starts Fovea: finds a JDK, builds what is missing or older than the sources, runs it.
rem   fovea demo      train the embedded experiment
rem   fovea           open the window
rem   fovea --help    everything else
rem FOVEA_JAVA_OPTS holds further options for the Java machine, for example -Xmx8g.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "HERE=%~dp0"
if "%HERE:~-1%"=="\" set "HERE=%HERE:~0,-1%"
set "JAVA="
set "SEEN="

if defined JAVA_HOME call :accept "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :accept "%%~dpJ.."
if not defined JAVA for %%V in ("Java" "Eclipse Adoptium" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft" "Semeru") do (
    for /d %%D in ("%ProgramFiles%\%%~V\*") do if not defined JAVA call :accept "%%~fD"
)
if not defined JAVA for /d %%D in ("%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*") do if not defined JAVA call :accept "%%~fD"
if not defined JAVA goto :need_java

if exist "%HERE%\lib\" (
    set "DIST=%HERE%"
) else (
    set "DIST=%HERE%\installer\target\fovea"
    call :build_if_stale || exit /b 1
)

rem Only the window starts with an option, or with nothing. Its compiler is the quick one: docs/decisions/0021
set "COMPILER="
if "%~1"=="" set "COMPILER=-XX:TieredStopAtLevel=1"
if "%~1"=="--runs" set "COMPILER=-XX:TieredStopAtLevel=1"
if "%~1"=="--show" set "COMPILER=-XX:TieredStopAtLevel=1"

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
    -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Xlog:disable %COMPILER% %FOVEA_JAVA_OPTS% ^
    "-Dfovea.home=%HERE%" -cp "%DIST%\lib\*" fovea.app.Main %*
exit /b %ERRORLEVEL%

rem :accept HOME sets JAVA when Java there is new enough; its release file tells the version
:accept
if not exist "%~f1\bin\java.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "MAJOR="
for /f "tokens=2 delims==." %%A in ('findstr /b "JAVA_VERSION=" "%~f1\release"') do set "MAJOR=%%~A"
if not defined MAJOR exit /b 0
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ %NEEDED% (
    set "JAVA=%~f1"
) else (
    set "SEEN=%SEEN% [Java %MAJOR% in %~f1]"
)
exit /b 0

:need_java
>&2 echo Fovea needs a JDK %NEEDED% or newer. None was found in JAVA_HOME, on the PATH or in the usual folders.
if defined SEEN >&2 echo Found, but too old:%SEEN%
>&2 echo What to do: install one, for example from https://adoptium.net or with "winget install EclipseAdoptium.Temurin.%NEEDED%.JDK";
>&2 echo if it lies elsewhere, set JAVA_HOME to its folder. Then run this command again.
exit /b 1

rem :build_if_stale builds when a source is newer than the distribution's lib folder
:build_if_stale
if not exist "%DIST%\lib\" goto :build
powershell -NoProfile -Command "$lib = (Get-Item -LiteralPath $env:DIST\lib).LastWriteTime; $roots = 'pom.xml','*\pom.xml','plugins\*\pom.xml','*\src\main','plugins\*\src\main' | ForEach-Object { Join-Path $env:HERE $_ }; if (Get-ChildItem -Path $roots -Recurse -File | Where-Object LastWriteTime -gt $lib | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    >&2 echo Fovea must be built first, and Maven ^(mvn^) is not on the PATH.
    >&2 echo What to do: install Maven 3.8 or newer and run this again.
    exit /b 1
)
if not exist "%JAVA%\bin\javac.exe" (
    >&2 echo Fovea must be built first, and %JAVA% has no compiler: install a JDK, not only a runtime.
    exit /b 1
)
>&2 echo Building Fovea ^(the first time takes a few minutes, most of it downloads^)...
set "JAVA_HOME=%JAVA%"
if not defined MAVEN_OPTS set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
pushd "%HERE%"
call mvn -q -B -ntp -Dformat.skip -Dmaven.test.skip -pl installer -am package 1>&2
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
    >&2 echo The build failed; the reason is above. The whole story: mvn -DskipTests package
    exit /b 1
)
exit /b 0
